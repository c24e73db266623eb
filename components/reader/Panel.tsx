import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../Icon';
import { trusted } from './trusted';
import type { PanelName, Panels } from './use-panels';
import { i18n } from './words';

interface Props {
  name: PanelName;
  label: string;
  /** A `popup` closes when the text is pressed; a `drawer` stays, so that one can work on the text beside it; a `sheet` lies over the text. */
  kind: 'popup' | 'drawer' | 'sheet';
  panels: Panels;
  children: ComponentChildren;
}

const focusable = 'a[href], button, input, select, textarea, [tabindex="0"]';

function OpenPanel({ name, label, kind, panels, children }: Props) {
  const element = useRef<HTMLElement>(null);
  // What a sheet covers is out of reach. Before the next effect, which gives the focus back to what is in reach again by then.
  useLayoutEffect(() => {
    const covered = [...(element.current?.parentElement?.children ?? [])].filter(
      (other): other is HTMLElement =>
        kind === 'sheet' && other instanceof HTMLElement && other !== element.current && other.role !== 'status',
    );
    for (const other of covered) other.inert = true;
    return () => {
      for (const other of covered) other.inert = false;
    };
  }, [kind]);
  useLayoutEffect(() => {
    const panel = element.current;
    if (!panel) return;
    // The choice that is made, where there is one: arrows go on from it.
    const first =
      panel.querySelector<HTMLElement>('.panel-body input:checked') ?? panel.querySelector<HTMLElement>(`.panel-body :is(${focusable})`);
    (first ?? panel).focus({ preventScroll: true });
    const root = panel.getRootNode() as ShadowRoot | Document; // later the panel may be out of it already
    return () => {
      const { activeElement } = root;
      if (!activeElement?.closest('.reader') || panel.contains(activeElement)) panels.giveFocusBack();
    };
  }, [panels.giveFocusBack]);
  useLayoutEffect(() => {
    const view = element.current?.closest('.reader');
    if (kind !== 'popup' || !view) return;
    const onPointer = (event: Event) => {
      const target = event.target as Element;
      // Its own button closes it by itself.
      if (!element.current?.contains(target) && !target.closest(`[aria-controls="panel-${name}"]`)) panels.close();
    };
    view.addEventListener('pointerdown', onPointer);
    return () => view.removeEventListener('pointerdown', onPointer);
  }, [kind, name, panels.close]);
  return (
    <section class={`panel panel-${kind}`} id={`panel-${name}`} role="dialog" aria-label={label} ref={element} tabIndex={-1}>
      <div class="panel-head">
        <h2>{label}</h2>
        <button
          type="button"
          class="icon-button"
          title={i18n.t('reader.dismiss')}
          aria-label={i18n.t('reader.dismiss')}
          onClick={trusted(panels.close)}
        >
          <Icon name="close" size={18} />
        </button>
      </div>
      <div class="panel-body">{children}</div>
    </section>
  );
}

/**
 * What opens over the reader: focus goes in, Esc and its own button close it, and the focus goes back. Its content is there only while it
 * is open.
 */
export function Panel(props: Props) {
  return props.panels.open === props.name ? <OpenPanel {...props} /> : null;
}
