/** `NIM-19`, `NIMx-3`, `REF-X1`, `CEP-33a`; then more of the same family: `..22`, `/29`. */
const citation = /\b([A-Z]{3,}x?-X?)(\d+)([a-z]?)((?:(?:\.\.|\/)\d+\b)*)/g;
const families = /^(NIMx?|XPH|CEP|EMG|AHB|DEC|REF)-/;
/** A range longer than this is a slip of the pen, not a proof. */
const rangeMax = 40;

/** The form in which ids are compared: `NIM-1` and `NIM-01` are the same requirement. */
export function keyOf(id: string): string {
  return id.replace(/\d+(?=[a-z]?$)/, (digits) => String(Number(digits)));
}

/**
 * The requirement ids that a test's name cites: `NIM-28`, ranges such as `NIM-19..22` and lists
 * such as `NIM-28/29/44`. Ids come in the form of `keyOf`.
 */
export function idsIn(name: string): readonly string[] {
  const cited = [...name.matchAll(citation)]
    .filter(([, family = '']) => families.test(family))
    .flatMap(([, family = '', first = '', letter = '', more = '']) => [
      `${family}${Number(first)}${letter}`,
      ...numbersAfter(Number(first), more).map((number) => `${family}${number}`),
    ]);
  return [...new Set(cited)];
}

/** `..22` goes on counting from the number before it, `/29` names one more. */
function numbersAfter(first: number, more: string): readonly number[] {
  const numbers: number[] = [];
  for (const [, sign, digits] of more.matchAll(/(\.\.|\/)(\d+)/g)) {
    const number = Number(digits);
    const from = sign === '..' ? (numbers.at(-1) ?? first) + 1 : number;
    if (number - from > rangeMax) throw new Error(`A range of ${number - from} ids: ${more}`);
    for (let each = from; each <= number; each += 1) numbers.push(each);
  }
  return numbers;
}
