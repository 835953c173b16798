/** Fails each test of the file that leaves a rejected promise to nobody. */
export function refuseUnhandledRejections(): void {
  let unhandled: unknown[];
  const note = (reason: unknown): unknown => unhandled.push(reason);
  beforeAll(() => void process.on("unhandledRejection", note));
  afterAll(() => void process.off("unhandledRejection", note));
  beforeEach(() => void (unhandled = []));
  afterEach(async () => {
    jest.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(unhandled).toEqual([]);
  });
}
