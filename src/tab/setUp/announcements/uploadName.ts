/** A name that the server takes, made from a file's: `Sommer Gruss.WAV` becomes `sommer-gruss`. */
export function uploadName(fileName: string): string {
  return fileName
    .replace(/\.[^.]*$/, '')
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63);
}
