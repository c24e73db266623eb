import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  /** In words; null where no picture is kept. */
  size: string | null;
  problem: string | null;
  onRemove(): void;
}

/** What the pictures of saved articles take. They are removed for good, so that is asked twice. */
export function PicturesInUse({ size, problem, onRemove }: Props) {
  const [isAsking, setAsking] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);
  const refuse = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const use = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isAsking) refuse.current?.focus();
    else if (wasAsked) (first.current ?? use.current)?.focus();
  }, [isAsking, wasAsked]);
  const answer = (isYes: boolean) => {
    setAsking(false);
    setWasAsked(true);
    if (isYes) onRemove();
  };
  return (
    <>
      <p class="storage-use" role="status" tabIndex={-1} ref={use}>
        {size === null ? i18n.t('options.picturesNone') : i18n.t('options.picturesUse', [size])}
      </p>
      {problem && (
        <p class="problem" role="status">
          {problem}
        </p>
      )}
      {size !== null && !isAsking && (
        <button type="button" class="button" ref={first} onClick={() => setAsking(true)}>
          {i18n.t('options.removePictures')}
        </button>
      )}
      {size !== null && isAsking && (
        // biome-ignore lint/a11y/useSemanticElements: two buttons that answer one question, not fields
        <div class="confirm" role="group" aria-labelledby="remove-pictures">
          <p id="remove-pictures">{i18n.t('options.removePicturesAsk')}</p>
          <button type="button" class="button" onClick={() => answer(true)}>
            {i18n.t('options.removePicturesYes')}
          </button>
          <button type="button" class="button" ref={refuse} onClick={() => answer(false)}>
            {i18n.t('options.removePicturesNo')}
          </button>
        </div>
      )}
    </>
  );
}
