// Eleventy looks for this file in the folder of the articles, under the folder's name.

export default { layout: "article.11ty.js" };
