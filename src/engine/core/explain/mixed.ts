/** Mixes two 32-bit numbers into one; unsigned. */
export function mixed(left: number, right: number): number {
  let hash = Math.imul(left ^ (right >>> 15), 0x2c1b3c6d) ^ right;
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
