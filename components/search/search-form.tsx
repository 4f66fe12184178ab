import type { SearchIndex } from "../../lib/share/search/search-index";
import type { Words } from "../../lib/text/interface/words";

type Props = {
  words: Words;
  index: Pick<SearchIndex, "shards" | "texts">;
  /** Names of sources, in the order in which they are offered. */
  sources: readonly string[];
};

/**
 * Asks for words and what to narrow the search to; what is found goes below. Hidden until `components/search/search.ts` shows it:
 * without script it could do nothing. Each field is called as the address of a search calls it.
 */
export function SearchForm({ words: { search }, index, sources }: Props) {
  return (
    <search>
      <form hidden data-shards={index.shards} data-texts={index.texts}>
        <TextField name="q" label={search.label} type="search" />
        <details>
          <summary>{search.filters}</summary>
          <div className="filters">
            <TextField name="author" label={search.author} />
            <TextField name="article" label={search.article} />
            <Choice
              name="source"
              label={search.source}
              any={search.any}
              options={sources.map((name) => [name, name])}
            />
            <TextField name="year" label={search.year} inputMode="numeric" />
            <Choice name="kind" label={search.kind} any={search.any} options={Object.entries(search.kinds)} />
          </div>
        </details>
        <button type="submit">{search.button}</button>
        <p role="status" />
      </form>
      <ol className="results" />
    </search>
  );
}

function TextField(props: { name: string; label: string; type?: "search"; inputMode?: "numeric" }) {
  const { name, label, type, inputMode } = props;
  return (
    <label>
      {label}
      <input name={name} type={type} inputMode={inputMode} autoComplete="off" />
    </label>
  );
}

function Choice(props: {
  name: string;
  label: string;
  any: string;
  options: readonly (readonly [value: string, shown: string])[];
}) {
  const { name, label, any, options } = props;
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">{any}</option>
        {options.map(([value, shown]) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}
