import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../../Icon';
import { type KeysFirst, useKeysFirst } from '../keys-first';
import { trusted } from '../trusted';
import { i18n } from '../words';
import { largestSource } from './frame-pictures';
import { useZoom } from './use-zoom';
import { pictureActOf } from './zoom';

interface Props {
  /** The element the text stands in. */
  text: RefObject<HTMLElement | null>;
  keysFirst: KeysFirst;
  dir: 'ltr' | 'rtl';
}

interface Opened {
  pictures: HTMLImageElement[];
  index: number;
}

function Button({ icon, label, off, onPress }: { icon: IconName; label: string; off?: boolean; onPress(): void }) {
  return (
    <button type="button" class="icon-button" title={label} aria-label={label} aria-disabled={off} onClick={trusted(onPress)}>
      <Icon name={icon} />
    </button>
  );
}

/** The caption as it stands under the picture, without what links in the text lead to. */
function Caption({ picture }: { picture: HTMLImageElement }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const caption = picture.closest('figure')?.querySelector('figcaption')?.cloneNode(true) as Element | undefined;
    for (const element of caption?.querySelectorAll('[id]') ?? []) element.removeAttribute('id');
    place.current?.replaceChildren(...(caption?.childNodes ?? []));
  }, [picture]);
  return <div class="picture-caption" ref={place} />;
}

/** The file to show: what the page had, at once, and the largest in its place as soon as it is there. */
function useSource(picture: HTMLImageElement): string {
  const [large, setLarge] = useState<string | null>(null);
  useEffect(() => {
    setLarge(null);
    const source = largestSource(picture);
    if (source === picture.currentSrc) return;
    const image = picture.ownerDocument.createElement('img');
    image.onload = () => setLarge(source);
    image.src = source;
    return () => {
      image.onload = null;
    };
  }, [picture]);
  return large ?? (picture.currentSrc || picture.src);
}

function OpenView({
  opened,
  keysFirst,
  dir,
  onGo,
  onClose,
}: Omit<Props, 'text'> & { opened: Opened; onGo(index: number): void; onClose(): void }) {
  const view = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const { pictures, index } = opened;
  const picture = pictures[index] as HTMLImageElement;
  const source = useSource(picture);
  const { zoom, step, showWhole, toggle, style, image } = useZoom(stage, picture);
  const last = pictures.length - 1;
  const go = (to: number) => onGo(Math.min(last, Math.max(0, to)));

  useLayoutEffect(() => {
    // The rest is out of reach for as long as this is open; messages are still read out.
    const others = [...(view.current?.parentElement?.children ?? [])].filter(
      (other) => other !== view.current && !other.matches('.status'),
    );
    const free = others.filter((other): other is HTMLElement => other instanceof HTMLElement && !other.inert);
    for (const other of free) other.inert = true;
    view.current?.focus({ preventScroll: true });
    return () => {
      for (const other of free) other.inert = false;
    };
  }, []);
  useKeysFirst(keysFirst, (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return true;
    const act = pictureActOf(event.key, { zoomed: zoom > 1, isRtl: dir === 'rtl' });
    if (act) event.preventDefault();
    if (act === 'close') onClose();
    else if (act && 'go' in act) go(act.go === 'first' ? 0 : act.go === 'last' ? last : index + act.go);
    else if (act && 'zoom' in act) act.zoom === 'whole' ? showWhole() : step(act.zoom);
    else if (act) stage.current?.scrollBy({ left: act.pan[0], top: act.pan[1] });
    return true;
  });

  return (
    <div class="picture-view" role="dialog" aria-modal="true" aria-label={i18n.t('picture.view')} tabIndex={-1} ref={view} dir={dir}>
      <div class="picture-bar">
        <span class="picture-count" aria-hidden="true">{`${index + 1} / ${last + 1}`}</span>
        <span class="bar-space" />
        <Button icon="minus" label={i18n.t('picture.smaller')} off={zoom === 1} onPress={() => step(-1)} />
        <Button icon="plus" label={i18n.t('picture.larger')} onPress={() => step(1)} />
        <Button icon="close" label={i18n.t('picture.close')} onPress={onClose} />
      </div>
      <div class="picture-frame">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys above do the same */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys above do the same */}
        <div
          class="picture-stage"
          dir="ltr"
          ref={stage}
          data-zoomed={zoom > 1}
          onClick={(event) => {
            if (event.isTrusted) toggle(event.target === image.current, onClose);
          }}
        >
          <img
            ref={image}
            src={source}
            alt={picture.alt}
            lang={picture.closest('[lang]')?.getAttribute('lang') ?? undefined}
            draggable={false}
            style={style}
          />
        </div>
        {last > 0 && (
          <div class="picture-steps">
            <Button icon="back" label={i18n.t('picture.previous')} off={index === 0} onPress={() => go(index - 1)} />
            <Button icon="next" label={i18n.t('picture.next')} off={index === last} onPress={() => go(index + 1)} />
          </div>
        )}
      </div>
      <div class="picture-words" aria-live="polite">
        <span class="visually-hidden">{`${i18n.t('picture.nth', [String(index + 1), String(last + 1)])} ${picture.alt}`}</span>
        <Caption picture={picture} />
      </div>
    </div>
  );
}

/**
 * Shows a picture of the text by itself, with the others before and after it. Opens from the button around a picture; the focus goes back
 * there.
 */
export function PictureView({ text, ...props }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const origin = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const box = text.current;
    const onClick = (event: Event) => {
      const button = (event.target as Element).closest<HTMLElement>('button.picture');
      if (!button || !event.isTrusted) return;
      const pictures = [...(box?.querySelectorAll<HTMLImageElement>('button.picture > img') ?? [])];
      origin.current = button;
      setOpened({ pictures, index: pictures.findIndex((picture) => button.contains(picture)) });
    };
    box?.addEventListener('click', onClick);
    return () => box?.removeEventListener('click', onClick);
  }, [text]);
  useEffect(() => {
    if (!opened) origin.current?.focus({ preventScroll: true });
  }, [opened]);
  if (!opened) return null;
  return <OpenView opened={opened} {...props} onGo={(index) => setOpened({ ...opened, index })} onClose={() => setOpened(null)} />;
}
