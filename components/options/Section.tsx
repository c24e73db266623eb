import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../Icon';

/** Whether what was changed last in a section has been kept; `at` tells two changes apart. */
export interface Kept {
  ok: boolean;
  at: number;
}

export interface SectionProps {
  title: string;
  hint: string;
  kept?: Kept | null;
  children?: ComponentChildren;
}

/** One subject of the settings, with the word that its last change was kept. */
export function Section({ title, hint, kept, children }: SectionProps) {
  const id = useId();
  return (
    <section class="option" aria-labelledby={id}>
      <div class="option-head">
        <h2 id={id}>{title}</h2>
        <p class="kept" role="status">
          {kept && (
            <span key={kept.at} class={kept.ok ? 'kept-done' : 'kept-problem'}>
              <Icon name={kept.ok ? 'check' : 'warning'} size={16} />
              {kept.ok ? i18n.t('options.saved') : i18n.t('options.notSaved')}
            </span>
          )}
        </p>
        <p class="option-hint">{hint}</p>
      </div>
      <div class="option-body">{children}</div>
    </section>
  );
}
