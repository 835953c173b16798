// What `icosian` has beyond its core: each of these files fills its slot of `features.ts`.
import "./blocks/feature.js";
import "./declare/feature.js";
import "./explain/feature.js";
import "./govern/feature.js";
import "./large/feature.js";
import "./lifecycle/feature.js";
import "./questions/feature.js";
import "./schemas/feature.js";
