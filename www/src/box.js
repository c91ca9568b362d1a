// How large an element is, whatever it shows: told by CSS alone, so that nothing on the page moves when there is more to
// show. The loader says it to the page before the element is known, the element says it to itself.

/** A host's own measure comes first. @param {string} height */
const height = (height) => `block-size: var(--async-playground-height, ${height});`;

/**
 * An element fills its parent. Where the parent asks how wide it would like to be (flex, grid, table, float), the intrinsic
 * size is the answer. On paper all of it is seen.
 * @param {(condition: string) => string} host a selector for the element, as far as it meets a condition
 */
export const box = (host) => `
  ${host("*")} {
    display: block;
    position: relative;
    box-sizing: border-box;
    container: playground / inline-size;
    contain-intrinsic-inline-size: min(45rem, 100vw - 2rem);
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  ${host("[hidden]")} { display: none; }
  @media not print {
    ${host("*")} { ${height("clamp(560px, 100vh, 50rem)")} }
    ${host('[view="compact"]')} { ${height("700px")} }
    ${host('[view="small"]')} { ${height("350px")} }
  }
`;

/** As the element says it to itself. */
export const boxInside = /* @__PURE__ */ box((condition) => (condition === "*" ? ":host" : `:host(${condition})`));
