import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { libraryPath } from '../../utils/library/library-tab';

const idInAddress = () => new URLSearchParams(location.search).get('id');

/** Marks the entries of the history that were reached from the list, so that "back" can be the browser's own back. */
const fromList = { fromList: true };

/** Which article the page's address names (null: the list), and the ways between the two. The browser's back and forward work. */
export function useArticleRoute() {
  const [id, setId] = useState(idInAddress);
  useLayoutEffect(() => {
    const follow = () => setId(idInAddress());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const open = useCallback((next: string) => {
    history.pushState(fromList, '', libraryPath(next));
    setId(next);
  }, []);
  const back = useCallback(() => {
    if (history.state?.fromList) {
      history.back();
      return;
    }
    history.replaceState(null, '', libraryPath(null));
    setId(null);
  }, []);
  return { id, open, back };
}
