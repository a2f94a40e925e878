/**
 * Microsoft's addresses are https; http is taken on this machine only, for the simulated tenant
 * (design.md, "Environment"). Tokens and personal data never travel in the clear.
 */
export function secureAddress(address: string, name: string): URL {
  if (!URL.canParse(address)) {
    throw new Error(
      `${name} is "${address}", which is no address: it looks like https://host/path.`,
    );
  }
  const url = new URL(address);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))) return url;
  throw new Error(
    `${name} is "${address}": only https is allowed, or http on 127.0.0.1, ::1 or localhost.`,
  );
}

/** Whether the address is on this machine. */
export function isLoopback(url: URL): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}
