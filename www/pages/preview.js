// `vite preview` answers as static servers do: a folder's address ends with a slash, and what is not there is
// answered with 404.html.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @import { Plugin } from "vite" */

/** @returns {Plugin} */
export function asStaticServers() {
  return {
    name: "as-static-servers",
    configurePreviewServer({ config, middlewares }) {
      const folder = join(config.root, config.build.outDir);
      // After the files that there are.
      return () =>
        middlewares.use((request, response, next) => {
          const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
          if (pathname.endsWith(".html") && existsSync(join(folder, pathname))) return next();
          if (existsSync(join(folder, pathname, "index.html"))) {
            response.writeHead(301, { Location: `${pathname}/${search}` }).end();
            return;
          }
          const type = { "Content-Type": "text/html; charset=utf-8" };
          response.writeHead(404, { ...config.preview.headers, ...type }).end(readFileSync(join(folder, "404.html")));
        });
    },
  };
}
