// A plugin of remark, for sites whose pages are MDX, as those of Docusaurus: puts each block of code that is marked, as
// by "```rust async-playground", into an element.

export default function asyncPlayground() {
  return wrapCode;
}

/** In a tree of Markdown. */
function wrapCode(node) {
  if (node.children) node.children = node.children.map((child) => wrapCode(child));
  const isMarked = node.type === "code" && node.meta?.split(/\s+/).includes("async-playground");
  return isMarked ? { type: "mdxJsxFlowElement", name: "async-playground", attributes: [], children: [node] } : node;
}
