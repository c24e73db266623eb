import { defineSetting } from './setting';

export interface AppSettings {
  /** What the toolbar button does on an article. */
  buttonOnArticle: 'open-reader' | 'open-popup';
  /** What becomes of an article's further pages: they are offered, or fetched as soon as the reader opens. */
  furtherPages: 'offer' | 'fetch';
  /** What becomes of the pictures of an article that is saved. */
  pictures: 'keep' | 'leave';
  /** What is done about backups: a word once a month, one that makes itself each week, or nothing. */
  backups: 'remind' | 'weekly' | 'none';
  /** How the library's list shows an article: three lines, or one. */
  listRows: 'full' | 'compact';
}

export const defaultAppSettings: AppSettings = {
  buttonOnArticle: 'open-reader',
  furtherPages: 'offer',
  pictures: 'keep',
  backups: 'remind',
  listRows: 'full',
};

/** Keeps each good field of what storage held and replaces each bad one by its default. */
export function parseAppSettings(value: unknown): AppSettings {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<keyof AppSettings, unknown>;
  return {
    buttonOnArticle: raw.buttonOnArticle === 'open-popup' ? 'open-popup' : 'open-reader',
    furtherPages: raw.furtherPages === 'fetch' ? 'fetch' : 'offer',
    pictures: raw.pictures === 'leave' ? 'leave' : 'keep',
    backups: raw.backups === 'weekly' || raw.backups === 'none' ? raw.backups : 'remind',
    listRows: raw.listRows === 'compact' ? 'compact' : 'full',
  };
}

export const appSettings = defineSetting('app-settings:1', parseAppSettings);
