/** Listens to events of any element of the page; `target` is missing where an event is of the page itself. */
export function listen(
  types: readonly string[],
  act: (target: Element | undefined, event: Event) => void,
): void {
  for (const type of types)
    document.addEventListener(type, (event) =>
      act(event.target instanceof Element ? event.target : undefined, event),
    );
}
