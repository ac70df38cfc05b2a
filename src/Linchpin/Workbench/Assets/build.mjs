// Bundles the workbench's scripts and styles into the folder given, each with a Brotli copy beside it.
// Usage: node build.mjs OUTDIR
import { build } from "esbuild";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const out = process.argv[2];
if (!out) {
  console.error("usage: node build.mjs OUTDIR");
  process.exit(2);
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: { workbench: "workbench.ts", chart: "chart.ts", style: "style.css" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome109", "firefox115", "safari16.4"],
  legalComments: "none",
  logLevel: "warning",
});

// The public edition's one script is no module: a page opened from a folder may not load one.
await build({
  entryPoints: { edition: "edition.ts" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2020", "chrome109", "firefox115", "safari16.4"],
  legalComments: "none",
  logLevel: "warning",
});

await copyFile("favicon.svg", join(out, "favicon.svg"));
for (const name of await readdir(out)) {
  const bytes = await readFile(join(out, name));
  const packed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  await writeFile(join(out, name + ".br"), packed);
}
