import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

export interface EmptyStateProps {
  icon: IconName;
  title: string;
  hint: string;
  /** What to do next, where a button or a link can do it. */
  children?: ComponentChildren;
}

/** Says why there is nothing here, and what to do about it. */
export function EmptyState({ icon, title, hint, children }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <Icon name={icon} size={28} />
      <h2>{title}</h2>
      <p>{hint}</p>
      {children}
    </div>
  );
}
