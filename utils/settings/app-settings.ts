import { defineSetting } from './setting';

/** What the toolbar button does on an article. */
export interface AppSettings {
  buttonOnArticle: 'open-reader' | 'open-popup';
}

export const defaultAppSettings: AppSettings = { buttonOnArticle: 'open-reader' };

/** Keeps each good field of what storage held and replaces each bad one by its default. */
export function parseAppSettings(value: unknown): AppSettings {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<keyof AppSettings, unknown>;
  return { buttonOnArticle: raw.buttonOnArticle === 'open-popup' ? 'open-popup' : 'open-reader' };
}

export const appSettings = defineSetting('app-settings:1', parseAppSettings);
