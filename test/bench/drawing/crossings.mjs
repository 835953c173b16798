/** How many pairs of lines cross. Each line is `{ from, to, points }`; lines that share an end do not count. */
export function crossings(lines) {
  const size = 60;
  const cells = new Map();
  const pairs = new Set();
  lines.forEach((line, index) => {
    for (let i = 0; i + 1 < line.points.length; i++) {
      const piece = { index, a: line.points[i], b: line.points[i + 1] };
      for (const cell of cellsOf(piece, size)) {
        const others = cells.get(cell);
        if (others === undefined) cells.set(cell, [piece]);
        else {
          for (const other of others) if (meet(piece, other, lines)) pairs.add(other.index * lines.length + index);
          others.push(piece);
        }
      }
    }
  });
  return pairs.size;
}

export function meanLength(lines) {
  const lengths = lines.map(({ points }) => points.slice(1).reduce((sum, point, i) => sum + Math.hypot(point.x - points[i].x, point.y - points[i].y), 0));
  return lengths.reduce((sum, length) => sum + length, 0) / lines.length;
}

/** The squares of a grid that the piece's bounding box touches. */
function* cellsOf({ a, b }, size) {
  for (let x = Math.floor(Math.min(a.x, b.x) / size); x <= Math.floor(Math.max(a.x, b.x) / size); x++) {
    for (let y = Math.floor(Math.min(a.y, b.y) / size); y <= Math.floor(Math.max(a.y, b.y) / size); y++) yield `${x} ${y}`;
  }
}

function meet(one, other, lines) {
  if (one.index === other.index) return false;
  const { from, to } = lines[one.index];
  const second = lines[other.index];
  if (from === second.from || from === second.to || to === second.from || to === second.to) return false;
  return side(one.a, one.b, other.a) * side(one.a, one.b, other.b) < 0 && side(other.a, other.b, one.a) * side(other.a, other.b, one.b) < 0;
}

/** On which side of the line from `a` to `b` the point lies. */
function side(a, b, point) {
  return Math.sign((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x));
}
