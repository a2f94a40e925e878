import { tokens } from '@fluentui/react-components';

/** A bell's arc over its knob: the mark of the played world, not of any product. */
export function Emblem() {
  return (
    <svg width="34" height="34" viewBox="0 0 32 32" aria-hidden focusable={false}>
      <rect width="32" height="32" rx="9" fill={tokens.colorBrandBackground} />
      <g fill="none" stroke={tokens.colorNeutralForegroundOnBrand} strokeLinecap="round">
        <path d="M7.5 20.5a8.5 8.5 0 0 1 17 0" strokeWidth="2.6" />
        <path d="M12 20.5a4 4 0 0 1 8 0" strokeWidth="2.6" opacity="0.75" />
      </g>
      <circle cx="16" cy="21" r="1.9" fill={tokens.colorNeutralForegroundOnBrand} />
    </svg>
  );
}
