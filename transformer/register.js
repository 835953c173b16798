require("../dist/transformer/compilers/javascript/register-ttypescript.js").registerTtypescript();
