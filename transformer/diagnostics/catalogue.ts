/**
 * Every message that the compiler plugin can give. A code is never given to another message; names
 * stand in single quotes; a second sentence, where there is one, says what to do.
 */
export const catalogue = {
  // 720xx: the plugin, its options and its files
  unsupportedCompiler: { code: 72001, text: "TypeScript {version} is not supported by the plugin 'icosian', which runs under 4.9 to 6. Install one of these, such as 'npm install -D typescript@6.0.3'." },
  transformProgramMissing: { code: 72002, text: "The plugin 'icosian' must transform the program. Add '\"transformProgram\": true' to its entry in 'plugins' of the tsconfig." },
  unknownOption: { code: 72003, text: "The plugin 'icosian' has no option '{option}'. {suggestion}" },
  badModulesOption: { code: 72004, text: "The option 'modules' of the plugin 'icosian' must be a list of globs, such as [\"src/flows/*.ts\"]." },
  sharedManifest: { code: 72010, text: "'{file}' and '{other}' would share the manifest '{manifest}'. Rename one of them." },
  manifestNamed: { code: 72011, text: "A dataflow module cannot have a '$manifest' of its own: the compiler adds one. Remove or rename this." },
  exportedAtOnce: { code: 72012, text: "A dataflow module cannot give all that it has at once, by 'export =' or 'module.exports'. Export each node by its name." },

  // 721xx: the form of a node
  nestedPattern: { code: 72101, text: "A dependency of a node cannot be destructured further. Take it by its name, and destructure it in the body." },
  arrayPattern: { code: 72102, text: "A parameter of a node cannot be an array pattern, since it gives no name to depend on. Take the array by its name." },
  patternAmongOthers: { code: 72103, text: "A destructured object must be the only parameter of a node. Take either names or one object." },
  patternRest: { code: 72104, text: "The names that a node depends on cannot be left to '...'. List each one." },
  computedName: { code: 72105, text: "The name of a dependency cannot be computed. Write it as an identifier or a string." },
  restParameter: { code: 72106, text: "A node cannot take a rest parameter, since its arguments have no names. Take each dependency by its name." },
  thisParameter: { code: 72107, text: "A node cannot take 'this': the driver calls it as a plain function." },
  overloads: { code: 72108, text: "The node '{node}' cannot be overloaded. Keep one signature, or mark the function '@notNode'." },
  untypedParameter: { code: 72109, text: "The type of parameter '{parameter}' of '{node}' is not written, and is 'any'. Write it." },
  untypedReturn: { code: 72110, text: "The return type of '{node}' is not written, and is inferred as 'any'. Write it." },

  // 722xx: edges
  edgeMismatch: { code: 72201, text: "The result of '{node}' cannot be passed to parameter '{parameter}' of '{consumer}'." },
  cycle: { code: 72202, text: "The node '{node}' depends on itself: {path}. Break the cycle by renaming a parameter or splitting a function." },

  // 723xx: inputs
  impossibleInput: { code: 72301, text: "No value can have the type '{type}' that '{node}' needs of the input '{input}'. Change the parameter's type." },
  conflictingInput: { code: 72302, text: "No value can be given for the input '{input}': '{node}' needs '{type}', and '{other}' needs '{otherType}'. Give one of them another name." },

  unfitInput: { code: 72303, text: "The declared input '{input}' cannot be passed to parameter '{parameter}' of '{consumer}'." },
  undeclaredInput: { code: 72304, text: "The input '{input}' of '{node}' is not declared, and this module declares its inputs. {suggestion}" },
  unreadableInput: { code: 72305, text: "The options of the input '{input}' cannot be read. Write them as an object literal." },
  impossibleDeclaration: { code: 72306, text: "No value can have the type '{type}' of the declared input '{input}'. Change its type." },
  unfitInputSchema: { code: 72307, text: "The schema of the declared input '{input}' cannot accept its type '{type}', and what a schema makes of a value is not used. Change the one or the other." },

  // 724xx: compositions
  duplicateNode: { code: 72401, text: "The node '{node}' is in more than one of these modules. Rename one, or call 'allowModuleOverrides()' to let the later one win." },
  manifestMissing: { code: 72402, text: "The compiled module '{module}' has no manifest. Add it to the option 'modules' of the plugin 'icosian' where its package is compiled." },
  unusedBuilder: { code: 72403, text: "A Builder is never changed: what '{method}' returns is thrown away. Use the Builder that it returns." },

  // 725xx: requests
  unknownFinalVar: { code: 72501, text: "The dataflow has no node '{name}'. {suggestion}" },
  missingInput: { code: 72502, text: "The input '{input}' is missing: {route}. {suggestion}" },
  unknownInput: { code: 72503, text: "The dataflow has no input '{name}'. {suggestion}" },
  unknownOverride: { code: 72504, text: "The dataflow has neither a node nor an input '{name}'. {suggestion}" },
  computedInput: { code: 72505, text: "'{name}' is no input: a node computes it. Give it in 'overrides' to put a value in the node's place." },
  inputInConfig: { code: 72506, text: "The input '{name}' is given by config already. Leave it out here or there." },
  wrongInput: { code: 72507, text: "This value cannot be given for the input '{name}'." },
  wrongOverride: { code: 72508, text: "This value cannot stand in for '{name}'." },
  wrongConfig: { code: 72509, text: "This value cannot be the config of '{name}'." },
  asyncInSync: { code: 72510, text: "'executeSync' cannot run '{node}', which returns a promise. Use 'execute', or give '{node}' in 'overrides'." },
  innerFinalVar: { code: 72511, text: "'{name}' cannot be requested: {route}. Request a node that takes it as 'Collect'." },
  unknownPolicyNode: { code: 72512, text: "'{option}' speaks of the node '{name}', which the dataflow does not have. {suggestion}" },
  unknownPolicyTag: { code: 72513, text: "'{option}' speaks of the tag '{name}', which the dataflow does not have. {suggestion}" },
  unknownPool: { code: 72514, text: "'{option}' speaks of the pool '{name}', which the dataflow does not have. {suggestion}" },

  // 726xx: declarations with options
  unreadableOptions: { code: 72601, text: "The options of the node '{node}' cannot be read. Write them as an object literal, each name out." },
  unreadableFunction: { code: 72602, text: "The function of the node '{node}' cannot be read. Write it here, or name a function of this project." },
  unknownNodeOption: { code: 72603, text: "A node has no option '{option}'. {suggestion}" },
  notStatic: { code: 72604, text: "In the options of the node '{node}', '{option}' must be static. {suggestion}" },
  untypedInNode: { code: 72605, text: "The type of this parameter of '{node}' is not written, and nothing around it tells. Write it." },
  compiledDeclaration: { code: 72606, text: "'{node}' is declared by options in a compiled package, which a re-export loses. Give that package's own module to 'withModules' or 'subdag'." },
  unknownParameter: { code: 72610, text: "'{parameter}' is no parameter of '{node}'. {suggestion}" },
  unfitValue: { code: 72611, text: "This value cannot be passed to parameter '{parameter}' of '{node}'." },
  unfitGroup: { code: 72612, text: "This group cannot be passed to parameter '{parameter}' of '{node}', which has type '{type}'." },
  missingInGroup: { code: 72613, text: "The group for parameter '{parameter}' of '{node}' lacks '{property}'." },
  unknownInGroup: { code: 72614, text: "The type of parameter '{parameter}' of '{node}' has no '{property}'. {suggestion}" },
  unknownInTemplate: { code: 72615, text: "The documentation of '{node}' has a place for '{parameter}', which is no parameter of it. {suggestion}" },

  sameName: { code: 72620, text: "The node '{node}' is declared twice in this module. Rename one of them." },
  rivalVariants: { code: 72621, text: "'{variant}' and '{other}' can both stand for the node '{node}'. Let the conditions of one exclude those of the other." },
  otherwiseWithConditions: { code: 72622, text: "'otherwise' is for where no other variant of '{node}' stands: it cannot have conditions as well. Remove one or the other." },
  impossibleConditions: { code: 72623, text: "No config can meet all conditions of '{node}'. Remove one that excludes another." },

  badPolicy: { code: 72630, text: "The option '{option}' of the node '{node}' cannot have this value. {suggestion}" },
  unknownPart: { code: 72640, text: "The result of '{node}' has no '{part}'. {suggestion}" },
  noParts: { code: 72641, text: "Nothing can be extracted from the result of '{node}', which has type '{type}'. Return an object, a tuple or a list of records." },
  nothingToFill: { code: 72642, text: "The option 'fillWith' of the node '{node}' has nothing to fill. Add 'extract', or remove it." },

  stepWithoutParameter: { code: 72650, text: "The step '{step}' takes no value: its function has no parameter. Give it one." },
  namelessParameter: { code: 72651, text: "A parameter of the step '{step}' has no name to depend on. Give it one, or bind its parts in a function of your own." },
  boundValue: { code: 72652, text: "Parameter '{parameter}' of the step '{step}' takes what comes before it, and cannot be bound. Remove this." },
  reservedName: { code: 72653, text: "The node '{node}' is the value before anything here has its say: nothing else can have this name. Rename it." },

  unfitSchema: { code: 72660, text: "The schema of the check '{check}' cannot accept the value of '{node}'. Change the one or the other." },

  unreadableModules: { code: 72670, text: "What the subdag '{node}' stands on cannot be read. Write a list of modules and functions, each element out." },
  unreadableModule: { code: 72671, text: "This part of what the subdag '{node}' stands on cannot be read. Write a module, a function by its name, or an object literal of functions." },
  subdagInItself: { code: 72672, text: "The subdag '{node}' stands on itself here. Move it, or what it needs of this module, to another file." },
  givenInnerNode: { code: 72673, text: "'{name}' is an inner node of the subdag '{node}', and given in '{option}' as well. Rename the one, or remove the other." },
  unknownInnerInput: { code: 72674, text: "No inner node of the subdag '{node}' asks for '{name}'. {suggestion}" },
  givenTwice: { code: 72675, text: "'{name}' is given in both 'inputs' and 'config' of the subdag '{node}'. Remove one of them." },
  ambiguousParameter: { code: 72676, text: "Parameter '{parameter}' of '{node}' is both the inner node '{inner}' and the outer node '{outer}'. Rename one of them." },
  sameInnerName: { code: 72677, text: "The subdag '{node}' has another inner node '{name}' already. Rename one of them, or leave it out." },

  // 727xx: blocks
  itemMismatch: { code: 72701, text: "An item of '{node}' cannot be passed to parameter '{parameter}' of '{consumer}'." },
  collectMismatch: { code: 72702, text: "What '{node}' comes to for each item cannot be collected in parameter '{parameter}' of '{consumer}'." },
  looseCollection: { code: 72703, text: "Parameter '{parameter}' of '{consumer}' collects '{node}', which has one value: no node that it depends on is 'Parallelizable'. Take it by its own type." },
  tornNode: { code: 72704, text: "The node '{node}' would run for each item of '{block}' and for each of '{other}', and neither of these is within the other. Collect one of them first." },

  // 729xx: what stands beside another message
  declaredHere: { code: 72901, text: "'{name}' is declared here, with type '{type}'." },
  alsoNeededHere: { code: 72902, text: "'{node}' needs it here." },
  inCycle: { code: 72903, text: "'{node}' needs '{dependency}' here." },
  inBlock: { code: 72904, text: "For this, '{node}' would run for each item of '{block}'." },
  collectable: { code: 72905, text: "To take all values of '{name}' at once, give the parameter the type 'Collect'." },
  declarationStands: { code: 72906, text: "The declaration of '{node}' stands here." },
} as const;

export type MessageId = keyof typeof catalogue;

/** The names in braces of a message. */
type Holes<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;
export type MessageData<Id extends MessageId> = { readonly [Hole in Holes<(typeof catalogue)[Id]["text"]>]: string };
