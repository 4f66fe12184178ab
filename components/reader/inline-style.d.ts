/** A stylesheet as a text, minified: `lib/share/reader/bundle.ts`. */
declare module "*.css?inline" {
  const css: string;
  export default css;
}
