import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../Icon';
import { interfaceLanguage } from '../../interface-language';
import { trusted } from '../trusted';
import { i18n } from '../words';
import { copyText } from './copy-text';

interface Props {
  language: string | null;
  text(): string;
  onWrap(on: boolean): void;
}

/** Milliseconds that the button says how it went. */
const saidFor = 2500;

/** What stands above a listing: its language, and buttons to break its long lines and to copy it. */
export function CodeTools({ language, text, onWrap }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const [wraps, setWraps] = useState(false);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), saidFor);
    return () => clearTimeout(timer);
  }, [copied]);
  const wrap = () => {
    setWraps(!wraps);
    onWrap(!wraps);
  };
  const copy = async () => {
    if (bar.current) setCopied(await copyText(text(), bar.current));
  };
  const said = copied === null ? null : i18n.t(copied ? 'reader.copied' : 'reader.notCopied');
  return (
    <div class="code-bar" ref={bar} {...interfaceLanguage()}>
      <span class="code-language">{language}</span>
      <button type="button" aria-pressed={wraps} onClick={trusted(wrap)}>
        <Icon name="wrap" size={16} />
        {i18n.t('reader.wrap')}
      </button>
      <button type="button" onClick={trusted(() => void copy())}>
        <Icon name={copied ? 'check' : 'copy'} size={16} />
        {said ?? i18n.t('reader.copy')}
      </button>
      <span class="visually-hidden" role="status">
        {said}
      </span>
    </div>
  );
}
