import { i18n } from '#i18n';
import { type ShownPicture, showPictures } from '../../components/library/show-pictures';
import { type PictureFault, readPictures } from '../../utils/pictures/picture-store';

/** What became of the pictures of an article that is shown. */
export interface SavedPictures {
  /** How many are not on this machine. */
  missing: number;
  /** Why, where that is more than that nobody asked for them. */
  faults: ReadonlySet<PictureFault>;
  /** Lets go of the pictures' addresses. */
  release(): void;
}

const stored = (id: string) =>
  readPictures(id).catch((error: unknown) => {
    console.error('The pictures could not be read', error); // the text is there all the same
    return { kept: new Map(), faults: new Map() } satisfies Awaited<ReturnType<typeof readPictures>>;
  });

/** Puts an article's pictures into its text, from this machine alone. Changes `body`. */
export async function putPictures(id: string, body: DocumentFragment): Promise<SavedPictures> {
  if (!body.querySelector('img')) return { missing: 0, faults: new Set(), release: () => undefined };
  const { kept, faults } = await stored(id);
  const addresses = new Map<string, string>();
  const shown = (src: string): ShownPicture => {
    const picture = kept.get(src);
    if (!picture) return faults.get(src) === 'blank' ? 'blank' : null;
    const url = addresses.get(src) ?? URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }));
    addresses.set(src, url);
    return { url, width: picture.width, height: picture.height };
  };
  const missing = showPictures(body, shown, i18n.t('picture.notKept'));
  return {
    missing,
    faults: new Set(faults.values()),
    release: () => {
      for (const url of addresses.values()) URL.revokeObjectURL(url);
    },
  };
}
