import { i18n } from '#i18n';
import type { ImporterId } from '../../utils/import/imported';
import type { Survey } from '../../utils/import/survey';
import { counted } from '../numbers';
import { FaultList } from './FaultList';

interface Props {
  kind: ImporterId;
  survey: Survey;
  onStart(): void;
  onCancel(): void;
}

/** How many of a survey's entries an import would add. */
export const freshOf = ({ items, repeated, saved }: Survey): number => items - repeated - saved;

/** What an import would bring, before anything is changed. */
export function ImportPreview({ kind, survey, onStart, onCancel }: Props) {
  const fresh = freshOf(survey);
  const { withText, archived, favourites, tags, saved, repeated } = survey;
  const facts = [
    fresh > 0 && withText > 0 && i18n.t('transfer.withText', ...counted(withText)),
    fresh > withText && i18n.t('transfer.linksOnly', ...counted(fresh - withText)),
    archived > 0 && i18n.t('transfer.archived', ...counted(archived)),
    favourites > 0 && i18n.t('transfer.favourites', ...counted(favourites)),
    tags > 0 && i18n.t('transfer.tags', ...counted(tags)),
    saved > 0 && i18n.t('transfer.saved', ...counted(saved)),
    repeated > 0 && i18n.t('transfer.repeated', ...counted(repeated)),
  ].filter((fact) => fact !== false);
  return (
    <div class="transfer-card">
      <p class="transfer-kind">{i18n.t(`transfer.kind.${kind}`)}</p>
      <p class="transfer-count">{i18n.t('transfer.fresh', ...counted(fresh))}</p>
      {facts.length > 0 && (
        <ul class="transfer-facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      <FaultList faults={survey.faults} />
      <div class="transfer-acts">
        {fresh > 0 && (
          <button type="button" class="button primary" onClick={onStart}>
            {i18n.t('transfer.start', ...counted(fresh))}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {fresh > 0 ? i18n.t('transfer.cancel') : i18n.t('transfer.close')}
        </button>
      </div>
    </div>
  );
}
