import { SaxesParser } from "saxes";

export interface Point { readonly x: number; readonly y: number }
export interface Area { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
export interface Text extends Point { readonly text: string; readonly size: number; readonly weight: number; readonly length: number | undefined }
export interface Node { readonly id: string; readonly classes: readonly string[]; readonly title: string; readonly area: Area; readonly border: Attributes; readonly texts: readonly Text[] }
export interface Link { readonly from: string; readonly to: string; readonly classes: readonly string[]; readonly dashed: boolean; readonly line: readonly Point[]; readonly tip: Point }
export interface Picture { readonly width: number; readonly height: number; readonly title: string; readonly description: string; readonly nodes: readonly Node[]; readonly links: readonly Link[]; readonly legend: readonly string[]; readonly everyPoint: readonly Point[] }

type Attributes = Readonly<Record<string, string>>;
interface Element { readonly name: string; readonly attributes: Attributes; readonly children: Element[]; text: string }

/** Reads our SVG back, strictly: what is not well-formed XML throws. */
export function readPicture(svg: string): Picture {
  const root = parseXml(svg);
  const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)];
  const byClass = (name: string): Element[] => all(root).filter((element) => classesOf(element).includes(name));
  const everyPoint = all(root).flatMap(({ name, attributes }) => {
    if (name === "path") return pathPoints(attributes["d"]!);
    if (name === "circle") return [-1, 1].map((side) => ({ x: Number(attributes["cx"]) + side * Number(attributes["r"]), y: Number(attributes["cy"]) + side * Number(attributes["r"]) }));
    return name === "text" ? [{ x: Number(attributes["x"]), y: Number(attributes["y"]) }] : [];
  });
  return {
    width: Number(root.attributes["width"]),
    height: Number(root.attributes["height"]),
    title: root.children.find(({ name }) => name === "title")!.text,
    description: root.children.find(({ name }) => name === "desc")!.text,
    nodes: byClass("node").map((node) => {
      const border = node.children.find((child) => classesOf(child).includes("border"))!.attributes;
      return {
        id: node.attributes["data-id"]!,
        classes: classesOf(node),
        title: node.children.find(({ name }) => name === "title")!.text,
        area: areaOf(pathPoints(border["d"]!)),
        border,
        texts: node.children.filter(({ name }) => name === "text").map(({ attributes, text }) => ({
          text, x: Number(attributes["x"]), y: Number(attributes["y"]), size: Number(attributes["font-size"]), weight: Number(attributes["font-weight"]),
          length: attributes["textLength"] === undefined ? undefined : Number(attributes["textLength"]),
        })),
      };
    }),
    links: byClass("link").map((link) => {
      const [line, head] = link.children.map((child) => child.attributes);
      return { from: link.attributes["data-from"]!, to: link.attributes["data-to"]!, classes: classesOf(link), dashed: line!["stroke-dasharray"] !== undefined, line: pathPoints(line!["d"]!), tip: pathPoints(head!["d"]!)[0]! };
    }),
    legend: byClass("legend").flatMap((legend) => legend.children.filter(({ name, attributes }) => name === "text" && attributes["font-weight"] === undefined).map(({ text }) => text)),
    everyPoint,
  };
}

const classesOf = (element: Element): string[] => element.attributes["class"]?.split(" ") ?? [];

function parseXml(xml: string): Element {
  const parser = new SaxesParser();
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  parser.on("error", (error) => { throw error; });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Attributes, children: [], text: "" };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => { open.at(-1)!.text += text; });
  parser.on("closetag", () => { open.pop(); });
  parser.write(xml).close();
  return top.children[0]!;
}

/** The points of a path; curves are sampled densely. Knows the commands that we write. */
function pathPoints(d: string): Point[] {
  const points: Point[] = [];
  for (const [, command, rest] of d.matchAll(/([MLHVCAZhv])([^A-Za-z]*)/g)) {
    const numbers = (rest!.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const last = points.at(-1) ?? { x: 0, y: 0 };
    if (numbers.some(Number.isNaN)) throw new Error(`odd path: ${d}`);
    switch (command) {
      case "H": points.push({ x: numbers[0]!, y: last.y }); break;
      case "V": points.push({ x: last.x, y: numbers[0]! }); break;
      case "h": points.push({ x: last.x + numbers[0]!, y: last.y }); break;
      case "v": points.push({ x: last.x, y: last.y + numbers[0]! }); break;
      case "M": case "L": case "A": points.push({ x: numbers.at(-2)!, y: numbers.at(-1)! }); break;
      case "C": {
        const [x1, y1, x2, y2, x3, y3] = numbers as [number, number, number, number, number, number];
        for (let i = 1; i <= 24; i++) {
          const t = i / 24;
          const [a, b, c, e] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t ** 3];
          points.push({ x: a * last.x + b * x1 + c * x2 + e * x3, y: a * last.y + b * y1 + c * y2 + e * y3 });
        }
      }
    }
  }
  return points;
}

function areaOf(points: readonly Point[]): Area {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
