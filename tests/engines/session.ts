/**
 * A browser with one window, driven by one of the two protocols of WebDriver (W3C): its commands, as far as the specs
 * need them. No library drives what Debian has: Playwright sends its BiDi commands to a newer Firefox, Selenium needs a
 * geckodriver that Debian does not package, Puppeteer knows no WebKit. Both protocols take the same actions of keys and
 * pointers, and the rest is six commands in each.
 */
export type Session = {
  /** Opens an address and waits until the page has loaded. */
  open(address: string): Promise<void>;
  goBack(): Promise<void>;
  /**
   * Calls a function in the page.
   *
   * @param source the function as a text; it takes values of JSON and promises a string
   * @throws Error when the function throws
   */
  call(source: string, values: readonly unknown[]): Promise<string>;
  /** Uses keyboard and pointer (WebDriver 2 §15, WebDriver BiDi `input.performActions`). */
  act(devices: readonly Device[]): Promise<void>;
  /** Gives the window, or what of it shows the page, a size in CSS pixels, or the nearest that it can have. */
  resize(width: number, height: number): Promise<void>;
  /** Ends the browser and everything that was started for it. */
  close(): Promise<void>;
};

export type Device =
  | { readonly type: "key"; readonly id: string; readonly actions: readonly KeyAction[] }
  | { readonly type: "pointer"; readonly id: string; readonly actions: readonly PointerAction[] };

export type KeyAction = { readonly type: "keyDown" | "keyUp"; readonly value: string };

export type PointerAction =
  | { readonly type: "pointerMove"; readonly x: number; readonly y: number }
  | { readonly type: "pointerDown" | "pointerUp"; readonly button: 0 };
