/** Finds a Chromium or Chrome that is already on this machine: the tests download no browser. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** @returns {string | undefined} path of the executable; CHROMIUM_PATH goes first and alone */
export function findBrowser() {
  if (process.env.CHROMIUM_PATH) return [process.env.CHROMIUM_PATH].find(isExecutable);
  return candidates().find(isExecutable);
}

/** What to tell a person when there is none. */
export const noBrowser =
  'no Chromium, Chrome or Edge found: install one, or name it in CHROMIUM_PATH, to run the end-to-end tests';

function candidates() {
  const { platform, env } = process;
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return WINDOWS.flatMap((path) => roots.map((root) => join(root, path)));
  }
  const apps =
    platform === 'darwin' ? MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`) : [];
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(delimiter), '/snap/bin'].filter(Boolean);
  return [...apps, ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
