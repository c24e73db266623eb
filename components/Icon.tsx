/**
 * The one drawn set: 24 × 24, strokes of 1.75 with round ends, in the text's colour. Each entry is the data of its paths;
 * a path whose data begins with "#" is filled instead of stroked.
 */
const drawings = {
  close: ['M6 6l12 12', 'M18 6L6 18'],
  back: ['M20 12H5', 'M11 6l-6 6 6 6'],
  next: ['M4 12h15', 'M13 6l6 6-6 6'],
  up: ['M12 19V5', 'M6 11l6-6 6 6'],
  down: ['M12 5v14', 'M6 13l6 6 6-6'],
  save: ['M7 4h10a1 1 0 0 1 1 1v15l-6-4.2L6 20V5a1 1 0 0 1 1-1z'],
  saved: ['#M7 3.2h10A1.8 1.8 0 0 1 18.8 5v15a.8.8 0 0 1-1.26.65L12 16.78l-5.54 3.87A.8.8 0 0 1 5.2 20V5A1.8 1.8 0 0 1 7 3.2z'],
  library: ['M5 4v16', 'M9.5 4v16', 'M14 4.6l4.6 15.2'],
  text: ['M3 18L8.2 5.5h.6L14 18', 'M4.8 14h7.4', 'M21 11.8V18', 'M21 14.9a2.9 3.1 0 1 1-5.8 0 2.9 3.1 0 0 1 5.8 0z'],
  print: ['M7 9V4h10v5', 'M7 17H4.5V9.5h15V17H17', 'M7 14h10v6H7z'],
  outline: ['M8.5 6H20', 'M8.5 12H20', 'M8.5 18H20', 'M4 6h.01', 'M4 12h.01', 'M4 18h.01'],
  read: ['M5 4h14v16H5z', 'M8.5 8.5h7', 'M8.5 12h7', 'M8.5 15.5h4'],
  plus: ['M12 5v14', 'M5 12h14'],
  minus: ['M5 12h14'],
  narrow: ['M3 12h6', 'M6.5 9l3 3-3 3', 'M21 12h-6', 'M17.5 9l-3 3 3 3'],
  wide: ['M10 12H3', 'M6 9l-3 3 3 3', 'M14 12h7', 'M18 9l3 3-3 3'],
  sun: [
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
    'M12 2.5v2',
    'M12 19.5v2',
    'M2.5 12h2',
    'M19.5 12h2',
    'M5.3 5.3l1.4 1.4',
    'M17.3 17.3l1.4 1.4',
    'M5.3 18.7l1.4-1.4',
    'M17.3 6.7l1.4-1.4',
  ],
  moon: ['M19.5 14.2A7.8 7.8 0 0 1 9.8 4.5a7.8 7.8 0 1 0 9.7 9.7z'],
  night: ['#M19.5 14.2A7.8 7.8 0 0 1 9.8 4.5a7.8 7.8 0 1 0 9.7 9.7z'],
  contrast: ['M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z', '#M12 4a8 8 0 0 1 0 16z'],
  cup: ['M5 9h11v5.5a4.5 4.5 0 0 1-4.5 4.5h-2A4.5 4.5 0 0 1 5 14.5z', 'M16 10.5h1.7a2.3 2.3 0 0 1 0 4.6H16', 'M8.5 3.5v2', 'M12.5 3.5v2'],
  system: ['M4 5h16v11H4z', 'M9 20h6', 'M12 16v4'],
  search: ['M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12z', 'M15 15l5 5'],
  remove: ['M4.5 7h15', 'M9.5 7V4.5h5V7', 'M6.5 7l.8 12.5h9.4L17.5 7', 'M10.2 10.5v5.5', 'M13.8 10.5v5.5'],
  link: ['M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1.2 1.2', 'M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1.2-1.2'],
  undo: ['M5 9h9.5a5 5 0 0 1 0 10H8', 'M9 5L5 9l4 4'],
  external: ['M18 13.5V19H5V6h5.5', 'M14 4.5h5.5V10', 'M19.5 4.5L11 13'],
  export: ['M12 4v10.5', 'M7.5 10l4.5 4.5 4.5-4.5', 'M4.5 15.5V20h15v-4.5'],
  settings: ['M4 7h9', 'M17 7h3', 'M15 5v4', 'M4 12h3', 'M11 12h9', 'M9 10v4', 'M4 17h10', 'M18 17h2', 'M16 15v4'],
  'left-out': ['M4 6h16', 'M4 18h16', 'M4 12h2.5', 'M17.5 12H20', 'M10 10l4 4', 'M14 10l-4 4'],
  point: ['M4 5h16', 'M4 9h7', 'M12 11l7.5 3-3.2 1.3L15 18.5z'],
  favourite: ['M12 4l2.4 5.1 5.6.7-4.1 3.8 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.8l5.6-.7z'],
  archive: ['M4 5h16v4H4z', 'M5.5 9v10.5h13V9', 'M10 12.5h4'],
  tag: ['M4 4.5h7.5L20 13l-7 7-8.5-8.5z', 'M8.3 8.3v.01'],
  rows: ['M4 6h16', 'M4 10h10', 'M4 15h16', 'M4 19h10'],
  lines: ['M4 6h16', 'M4 10h16', 'M4 14h16', 'M4 18h16'],
  check: ['M5 12.5l4.5 4.5L19.5 7'],
  warning: ['M12 4l9 16H3z', 'M12 10v4.5', 'M12 17.2v.01'],
  picture: ['M3.5 5h17v14h-17z', 'M3.5 16l5-5 4.5 4.5 2.5-2.5 5 5', 'M15.5 9h.01'],
  video: ['M3.5 5h17v14h-17z', 'M10 9l5 3-5 3z'],
  post: ['M4 5h16v11H11l-4 3.5V16H4z', 'M8 9h8', 'M8 12h5'],
  chart: ['M4 4v16h16', 'M8.5 16v-4', 'M12.5 16V8', 'M16.5 16v-6'],
  map: ['M12 21c4-5 6-8.3 6-11.2A6 6 0 0 0 6 9.8C6 12.7 8 16 12 21z', 'M12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z'],
  copy: ['M9 9h11v11H9z', 'M15 9V4H4v11h5'],
  wrap: ['M4 6h16', 'M4 12h13a3 3 0 0 1 0 6h-4', 'M15 15.5L12.5 18l2.5 2.5', 'M4 18h4'],
  chevron: ['M7 9.5l5 5 5-5'],
  listen: ['M4 10v4h3.5L12 18V6L7.5 10z', 'M15.5 9a4.2 4.2 0 0 1 0 6', 'M18 6.5a7.8 7.8 0 0 1 0 11'],
  play: ['#M8 5.6v12.8a.8.8 0 0 0 1.22.68l10.3-6.4a.8.8 0 0 0 0-1.36L9.22 4.92A.8.8 0 0 0 8 5.6z'],
  pause: ['M9 6v12', 'M15 6v12'],
  'step-back': ['M6 6v12', 'M18 6.5v11L9.5 12z'],
  'step-on': ['M18 6v12', 'M6 6.5v11l8.5-5.5z'],
  more: ['M12 5.5v.01', 'M12 12v.01', 'M12 18.5v.01'],
  versions: ['M8 3.5h11v13', 'M5 7h11v13.5H5z', 'M8 11.5h5', 'M8 15.5h5'],
  keyboard: ['M3 6.5h18v11H3z', 'M7 10h.01', 'M10.3 10h.01', 'M13.7 10h.01', 'M17 10h.01', 'M8 14h8'],
} satisfies Record<string, readonly string[]>;

export type IconName = keyof typeof drawings;

/** Icons that point along the line of text, and turn round where it runs from right to left. */
const directional: ReadonlySet<IconName> = new Set(['back', 'next', 'undo', 'outline', 'external']);

/** A decoration: the control it stands in carries the name. `size` in CSS pixels. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      class={directional.has(name) ? 'icon icon-directional' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name].map((data) =>
        data.startsWith('#') ? <path key={data} d={data.slice(1)} fill="currentColor" stroke="none" /> : <path key={data} d={data} />,
      )}
    </svg>
  );
}
