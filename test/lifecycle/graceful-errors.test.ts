// What is expected is what Apache Hamilton's GracefulErrorAdapter documents: a sentinel for the node that fails and for all that need it.
import { Builder } from "icosian";
import { FAILED, gracefulErrors, type GracefulErrorsOptions } from "icosian/adapters";
import { failure, flow, type NodeSketch } from "../runtime/module";

const ran: string[] = [];
const node = (name: string, needs: string[], run: (...args: any[]) => unknown, async = false): [string, NodeSketch] => [name, { needs, run: (...args) => (ran.push(name), run(...args)), async }];
const broken = new Error("broken");
const dataflow = flow(
  Object.fromEntries([
    node("good", [], () => 1),
    node("bad", [], () => {
      throw broken;
    }),
    node("later", ["good"], () => Promise.reject(broken), true),
    node("afterBad", ["good", "bad"], () => 2),
    node("afterThat", ["afterBad"], () => 3),
    node("afterLater", ["later"], () => 4),
    node("afterGood", ["good"], (good) => good + 10),
  ]),
);
const driver = (options?: GracefulErrorsOptions) => new Builder().withModules(dataflow).withAdapters(gracefulErrors(options)).build();
beforeEach(() => void (ran.length = 0));

test("what failed and what needs it has the sentinel and is not run; the rest is as ever", async () => {
  expect(await driver().execute(["afterThat", "afterLater", "afterGood", "bad"])).toEqual({ afterThat: FAILED, afterLater: FAILED, afterGood: 11, bad: FAILED });
  expect(ran.sort()).toEqual(["afterGood", "bad", "good", "later"]);
  expect(driver().executeSync(["afterThat", "afterGood"])).toEqual({ afterThat: FAILED, afterGood: 11 });
});

test("another sentinel", () => {
  expect(driver({ sentinel: null }).executeSync(["afterThat", "good"])).toEqual({ afterThat: null, good: 1 });
});

test("some errors are caught, others end the run; those caught are told", async () => {
  const told: unknown[] = [];
  const dr = driver({ on: (error, { name }) => error === broken && name !== "later", onError: (error, { name }) => void told.push([name, error]) });
  expect(dr.executeSync(["bad"])).toEqual({ bad: FAILED });
  expect(told).toEqual([["bad", broken]]);
  expect(await failure(() => dr.execute(["later"]))).toMatchObject({ code: "ICOSIAN_NODE_FAILED", node: "later", cause: broken });
});

test("a node may accept the sentinel", () => {
  const counted = flow({ bad: { run: () => JSON.parse("{") }, count: { needs: ["bad"], run: (bad) => (bad === FAILED ? "none" : "some"), more: { tags: { failures: "accepted" } } } });
  const dr = new Builder().withModules(counted).withAdapters(gracefulErrors({ acceptedBy: ({ tags }) => tags?.["failures"] === "accepted" })).build();
  expect(dr.executeSync(["count"])).toEqual({ count: "none" });
});

test("an abort is no failure to go on from", async () => {
  const slow = flow({ A: { needs: ["signal!"], run: () => new Promise(() => {}), async: true }, B: { needs: ["A"], run: () => 1 } });
  const signal = AbortSignal.timeout(20);
  expect(await failure(() => new Builder().withModules(slow).withAdapters(gracefulErrors()).build().execute(["B"], { signal }))).toMatchObject({ code: "ICOSIAN_ABORTED" });
});
