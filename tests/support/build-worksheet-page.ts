import { fileURLToPath } from 'node:url';
import { buildPage, type BuiltPage } from './build-page.ts';

const ENTRY = fileURLToPath(new URL('./worksheet-page/main.ts', import.meta.url));
const BODY = '<main class="wrap"><h1>Worksheet</h1><div id="sheet"></div></main>';

export const buildWorksheetPage = (): Promise<BuiltPage> => buildPage({ entry: ENTRY, body: BODY });
