/** The same shape with any text in its place. */
export type Texts<Value> = {
  readonly [Key in keyof Value]: Value[Key] extends string ? string : Texts<Value[Key]>;
};

/** A text with forms for numbers is named without its form. */
type Singular<Key extends string> = Key extends `${infer Name}_${'zero' | 'one' | 'other'}`
  ? Name
  : Key;

/** The names of all texts in a tree of texts, such as `page.back`. */
export type PathsOf<Value> = {
  [Key in keyof Value & string]: Value[Key] extends string
    ? Singular<Key>
    : `${Key}.${PathsOf<Value[Key]>}`;
}[keyof Value & string];
