import { isArticleId } from '../library/article-address';
import { changeArticles, deleteArticles, replaceTags, restoreArticles } from '../library/change-articles';
import { removeVersion, restoreVersion } from '../library/change-versions';
import { parseMarksChange, tidyTag, tidyTags } from '../library/marks';
import { libraryWriter } from '../library/writer';
import type { Handlers } from '../messages';
import { forgetAllPictures } from '../pictures/picture-store';
import { fetchPage } from './fetch-page';
import { fetchPicturesOf, followWithPictures } from './keep-pictures';

/** What the background answers to pages of ours that work on the saved articles. */
export const libraryHandlers = {
  'ui-bg:fetch-page': ({ url }) => fetchPage(url),
  'ui-bg:fetch-pictures': async ({ id }) => {
    if (isArticleId(id)) await fetchPicturesOf(id);
    return null;
  },
  'ui-bg:text-given': ({ id }) => {
    if (isArticleId(id)) void followWithPictures(id);
    return null;
  },
  'ui-bg:remove-pictures': async () => {
    await forgetAllPictures();
    return null;
  },
  'ui-bg:delete-articles': ({ ids }) => deleteArticles(libraryWriter(), ids),
  'ui-bg:restore-articles': ({ ids }) => restoreArticles(libraryWriter(), ids),
  'ui-bg:change-articles': ({ edits }) =>
    changeArticles(
      libraryWriter(),
      edits.map(({ id, change }) => ({ id, change: parseMarksChange(change) })),
    ),
  'ui-bg:remove-version': ({ id, rev }) => removeVersion(libraryWriter(), id, rev),
  'ui-bg:restore-version': ({ id, version }) => restoreVersion(libraryWriter(), id, version),
  'ui-bg:replace-tags': ({ from, to }) => {
    const tag = tidyTag(to);
    if (to !== null && tag === null) throw new Error(`Expected a tag, but got "${to}"`); // or the tags would be taken away
    return replaceTags(libraryWriter(), tidyTags(from), tag);
  },
} satisfies Handlers;
