import { type Act, type ActId, actGroups, acts, type Doings, keyNames } from './acts';

/** What can be done here by a key, and by which. */
export function KeySheet({ doings }: { doings: Doings }) {
  const here = acts.filter(({ id, ...act }: Act) => act.panel || doings[id as ActId]);
  return (
    <>
      {actGroups.map((group) => (
        <section key={group.id} class="key-group">
          <h3>{group.name()}</h3>
          <dl>
            {here
              .filter((act) => act.group === group.id)
              .map((act) => (
                <div key={act.id} class="key-row">
                  <dt>{act.name()}</dt>
                  <dd>
                    {keyNames(act).map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}
