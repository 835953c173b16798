// A promise is awaited; promises within an array are not.
export function pages(urls: string[]): Promise<string>[] { return urls.map(async (url) => `<h1>${url}</h1>`); }
export function sizes(pages: string[]): number[] { return pages.map((page) => page.length); }
