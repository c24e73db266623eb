import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { libraryPath } from '../../utils/library/library-tab';
import { type ListRoute, listPath, parseListRoute } from '../../utils/library/list-route';

const readAddress = () => ({ id: new URLSearchParams(location.search).get('id'), list: parseListRoute(location.search) });

/** Marks the entries of the history that were reached from the list, so that "back" can be the browser's own back. */
const fromList = { fromList: true };

/** What the page's address names: an article, or (id null) a list. The browser's back and forward work. */
export function useLibraryRoute() {
  const [route, setRoute] = useState(readAddress);
  useLayoutEffect(() => {
    const follow = () => setRoute(readAddress());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const open = useCallback((id: string) => {
    history.pushState(fromList, '', libraryPath(id));
    setRoute(({ list }) => ({ id, list }));
  }, []);
  const back = useCallback(() => {
    if (history.state?.fromList) {
      history.back();
      return;
    }
    history.replaceState(null, '', libraryPath(null));
    setRoute(readAddress());
  }, []);
  /** `isStep`: an entry of the history by itself; else, as for each letter typed, in the place of the last. */
  const show = useCallback((list: ListRoute, isStep: boolean) => {
    if (isStep) history.pushState(null, '', listPath(list));
    else history.replaceState(history.state, '', listPath(list));
    setRoute({ id: null, list });
  }, []);
  return { ...route, open, back, show };
}
