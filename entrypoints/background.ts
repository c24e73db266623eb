import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '../utils/messages';

export default defineBackground(() => answer({}));
