import { defineContentScript } from 'wxt/utils/define-content-script';
import { detectArticle } from '../utils/pipeline/detect/is-article';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_start',
  main: () => void detectArticle(document, location.href),
});
