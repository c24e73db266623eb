import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readArticle } from '../utils/pipeline/read-article';

export default defineUnlistedScript(() => void readArticle(document, location.href));
