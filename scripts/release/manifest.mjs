// @ts-check
import fs from 'node:fs';
import path from 'node:path';

/** Every permission of the product. A new one needs its reason in the README and in the stores' texts. */
export const permissions = ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
/** Asked for by a click on what needs them. @type {string[]} */
export const optionalPermissions = [];
/** The pages of the web, and nothing else. */
export const hosts = ['http://*/*', 'https://*/*'];

/** Keys that would open the extension to pages or other extensions. */
const forbidden = ['externally_connectable', 'web_accessible_resources', 'sandbox', 'update_url', 'key'];
/** For the background alone, which has no document; a test holds that each page closes it again. */
const connections = "connect-src 'self' http: https:";
/** The strictest that the pages work with; see the README's part on security. */
const policy = ["default-src 'none'", "script-src 'self'", connections, "frame-src 'none'", "object-src 'none'", "form-action 'none'"];
/** The stores' own limits: characters of name and summary. */
const longest = { name: 75, description: 132 };

/** @param {unknown} list @param {readonly string[]} wanted @param {string} what @returns {string[]} */
function differences(list, wanted, what) {
  const found = Array.isArray(list) ? list.map(String) : [];
  return [
    ...found.filter((entry) => !wanted.includes(entry)).map((entry) => `${what} has "${entry}", which is not in the list`),
    ...wanted.filter((entry) => !found.includes(entry)).map((entry) => `${what} lacks "${entry}"`),
  ];
}

/**
 * @param {string} folder of a build
 * @param {string} version that it must have
 * @returns {string[]} what is not as it must be
 */
export function checkManifest(folder, version) {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const messages = JSON.parse(fs.readFileSync(path.join(folder, '_locales', manifest.default_locale, 'messages.json'), 'utf8'));
  const words = { name: messages.extName.message, description: messages.extDescription.message };
  const csp = String(manifest.content_security_policy?.extension_pages ?? '');
  return [
    ...(manifest.manifest_version === 3 ? [] : ['it is not of version 3']),
    ...(manifest.version === version ? [] : [`its version is ${manifest.version}, not ${version}`]),
    ...differences(manifest.permissions, permissions, 'permissions'),
    ...differences(manifest.optional_permissions ?? [], optionalPermissions, 'optional_permissions'),
    ...differences(manifest.host_permissions, hosts, 'host_permissions'),
    ...forbidden.filter((key) => key in manifest).map((key) => `it has "${key}"`),
    ...policy.filter((rule) => !csp.includes(rule)).map((rule) => `its policy lacks "${rule}"`),
    ...(/unsafe-|https?:/.test(csp.replace(connections, '')) ? [`its policy lets in more than the extension: ${csp}`] : []),
    ...Object.entries(longest).flatMap(([key, limit]) => {
      const text = words[/** @type {'name' | 'description'} */ (key)];
      return text.length > limit ? [`its ${key} has ${text.length} characters, of ${limit}`] : [];
    }),
  ];
}
