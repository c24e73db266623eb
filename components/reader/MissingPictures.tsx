import { useLayoutEffect, useRef } from 'preact/hooks';
import { interfaceLanguage } from '../interface-language';
import { counted } from '../numbers';
import { trusted } from './trusted';
import { i18n } from './words';

export interface MissingPicturesProps {
  count: number;
  isLoading: boolean;
  /** Why they are not here, or did not come; null where there is nothing to add. */
  why: string | null;
  onLoad(): void;
}

/** Says that pictures of a saved article are not on this machine. Nothing is asked of the web before the button is pressed. */
export function MissingPictures({ count, isLoading, why, onLoad }: MissingPicturesProps) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const element = button.current;
    return () => {
      // It goes once the pictures are here; the focus must not go with it.
      if (element?.matches(':focus')) element.closest<HTMLElement>('.scroller')?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div class="note" {...interfaceLanguage()}>
      <p role="status">
        {i18n.t('picture.missingHere', ...counted(count))} {why}
      </p>
      <button ref={button} type="button" class="text-button" aria-disabled={isLoading} onClick={trusted(() => !isLoading && onLoad())}>
        {isLoading ? i18n.t('picture.loading') : i18n.t('picture.load')}
      </button>
    </div>
  );
}
