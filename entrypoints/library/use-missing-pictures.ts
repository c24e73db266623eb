import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { MissingPicturesProps } from '../../components/reader/MissingPictures';
import { send } from '../../utils/messages';
import type { PictureFault } from '../../utils/pictures/picture-store';
import { askForSites } from '../../utils/transfer/fetch-acts';
import type { SavedPictures } from './saved-pictures';

type Step = 'unasked' | 'loading' | 'asked' | 'refused';

function whyNot(faults: ReadonlySet<PictureFault>, step: Step): string | null {
  if (step === 'refused' || faults.has('no-access')) return i18n.t('picture.noAccess');
  if (faults.has('no-room')) return i18n.t('picture.noRoom');
  return step === 'asked' ? i18n.t('picture.notLoaded') : null;
}

/** Answers with what is to be said next. */
async function fetchPictures(id: string): Promise<Step> {
  try {
    if (!(await askForSites())) return 'refused'; // at once: only a click may ask
    await send('ui-bg:fetch-pictures', { id });
  } catch (error) {
    console.error(error);
  }
  return 'asked';
}

/**
 * What is said of pictures that are not on this machine, and the act that fetches them. Null where all are here.
 *
 * @param onLoaded some may be here now
 */
export function useMissingPictures(id: string, pictures: SavedPictures | null, onLoaded: () => void): MissingPicturesProps | null {
  const [step, setStep] = useState<Step>('unasked');
  if (!pictures?.missing) return null;
  const onLoad = async () => {
    setStep('loading');
    const next = await fetchPictures(id);
    setStep(next);
    if (next === 'asked') onLoaded();
  };
  return { count: pictures.missing, isLoading: step === 'loading', why: whyNot(pictures.faults, step), onLoad };
}
