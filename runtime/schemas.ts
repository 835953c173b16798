// Holding values against what their nodes ask for, also where nothing can wait for it to be loaded: `icosian/schemas`, for `icosian/core`.
import "./schemas/feature.js";
