import { Builder } from "icosian";
import { fileURLToPath } from "node:url";
import * as cleaning from "./cleaning.flow.js";
import * as climate from "./climate.flow.js";
import { fixed, isoDate, percent, spellText, table } from "./table.js";

const dr = new Builder().withModules(cleaning, climate).build();

const drawing = await dr.displayAllFunctions("dag.png");
await drawing.save("dag.svg");

// The data lie beside the build of the package that ships them.
const csvPath = fileURLToPath(new URL("../data/seattle-weather.csv", import.meta.resolve("vega-datasets")));

const results = await dr.execute(
  [
    "days",
    "period",
    "rejected",
    "missingDates",
    "climateByMonth",
    "climateByYear",
    "wettestMonth",
    "driestMonth",
    "windiestDay",
    "longestHotSpell",
    "longestDrySpell",
    "strangestDays",
  ],
  { inputs: { csvPath } },
);
const { days, period, rejected, missingDates, wettestMonth, driestMonth, windiestDay } = results;

// Another threshold asks only for its own part. The days are at hand: no file is read, and no promise needed.
const warm = dr.executeSync(["longestHotSpell"], { inputs: { hotThreshold: 25 }, overrides: { days } });

console.log(`Seattle, ${isoDate(period.from)} to ${isoDate(period.to)}`);
console.log(`${days.length} days, ${rejected.length} readings rejected, ${missingDates.length} dates missing\n`);

console.log(
  table(results.climateByMonth, {
    month: ({ month }) => month,
    "mean °C": ({ mean }) => fixed(mean),
    "rain mm": ({ rain }) => fixed(rain),
    "wet days": ({ rainProbability }) => percent(rainProbability),
    "sunny days": ({ sunProbability }) => percent(sunProbability),
  }) + "\n",
);

console.log(
  table(results.climateByYear, {
    year: ({ year }) => `${year}`,
    "mean °C": ({ mean }) => fixed(mean),
    highest: ({ highest }) => fixed(highest),
    lowest: ({ lowest }) => fixed(lowest),
    "rain mm": ({ rain }) => fixed(rain),
    "wet days": ({ wetDays }) => `${wetDays}`,
    "hot days": ({ hotDays }) => `${hotDays}`,
    "heating degree days": ({ heatingDegreeDays }) => fixed(heatingDegreeDays),
  }) + "\n",
);

console.log(`wettest month         ${wettestMonth.month} ${wettestMonth.year}, ${fixed(wettestMonth.rain)} mm`);
console.log(`driest month          ${driestMonth.month} ${driestMonth.year}, ${fixed(driestMonth.rain)} mm`);
console.log(`windiest day          ${isoDate(windiestDay.date)}, ${fixed(windiestDay.wind)} m/s`);
console.log(`longest dry spell     ${spellText(results.longestDrySpell)}`);
console.log(`longest hot spell     ${spellText(results.longestHotSpell)}`);
console.log(`the same from 25 °C   ${spellText(warm.longestHotSpell)}\n`);

console.log(
  table(results.strangestDays, {
    "strangest days": ({ day }) => isoDate(day.date),
    "mean °C": ({ day }) => fixed(day.mean),
    score: ({ score }) => score.toFixed(2),
  }),
);
