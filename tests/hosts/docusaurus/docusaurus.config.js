/** @type {import("@docusaurus/types").Config} */
const config = {
  title: "Waiting",
  url: "http://localhost",
  baseUrl: "/docusaurus/",
  onBrokenLinks: "throw",
  trailingSlash: true,
  favicon: "data:,",
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false }]],
  // The search that Docusaurus has of its own asks a service.
  themes: [["@easyops-cn/docusaurus-search-local", { docsRouteBasePath: "/", indexBlog: false, hashed: true }]],
};

export default config;

README
