/** Chromium's way to the installed fonts; it asks the user. */
type QueryLocalFonts = () => Promise<{ family: string }[]>;

const query = (globalThis as { queryLocalFonts?: QueryLocalFonts }).queryLocalFonts;

/** The families installed here, by name, none where the user says no; null where the browser has no way to tell. */
export const listFamilies = query
  ? async (): Promise<string[]> => {
      try {
        return [...new Set((await query.call(globalThis)).map(({ family }) => family))].sort((a, b) => a.localeCompare(b));
      } catch (error) {
        console.debug('The list of fonts is withheld', error);
        return [];
      }
    }
  : null;
