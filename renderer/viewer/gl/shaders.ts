const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
`

const PULL = `${HEAD}
uniform sampler2D uBins;
uniform vec4 uLinear; // device pixels per nm: a b c d
uniform vec2 uHalf;   // half the target, pixels
vec2 onScreen(vec2 local, int bin) {
  vec2 origin = texelFetch(uBins, ivec2(bin & 2047, bin >> 11), 0).rg;
  return origin + vec2(dot(uLinear.xy, local), dot(uLinear.zw, local));
}
vec4 toClip(vec2 px) { return vec4(px.x / uHalf.x, -px.y / uHalf.y, 0.0, 1.0); }
`

/** Strokes and round flashes, and the smoothing lines along fills: a quad per capsule, its distance field in the fragment. */
export const CAPSULE_VERTEX = `${PULL}
uniform sampler2D uEnds;
uniform sampler2D uExtra;
uniform float uScale;
out vec2 vAt;
flat out float vLength;
flat out float vRadius;
void main() {
  int item = gl_VertexID / 6;
  int corner = gl_VertexID - item * 6;
  ivec2 at = ivec2(item & 2047, item >> 11);
  vec4 ends = texelFetch(uEnds, at, 0);
  vec2 extra = texelFetch(uExtra, at, 0).rg;
  int bin = int(extra.y);
  vec2 a = onScreen(ends.xy, bin);
  vec2 b = onScreen(ends.zw, bin);
  vec2 along = b - a;
  float len = length(along);
  vec2 u = len > 1e-5 ? along / len : vec2(1.0, 0.0);
  vec2 n = vec2(-u.y, u.x);
  float radius = extra.x < 0.0 ? -1.0 : extra.x * uScale;
  float reach = max(radius, 0.5) + 1.0;
  float side = (corner == 0 || corner == 1 || corner == 3) ? -1.0 : 1.0;
  bool far = corner == 1 || corner == 3 || corner == 4;
  float x = far ? len + reach : -reach;
  vAt = vec2(x, side * reach);
  vLength = len;
  vRadius = radius;
  gl_Position = toClip(a + u * x + n * (side * reach));
}`

export const CAPSULE_FRAGMENT = `${HEAD}
uniform bool uOutlines;
in vec2 vAt;
flat in float vLength;
flat in float vRadius;
out vec4 color;
void main() {
  float d = length(vec2(vAt.x - clamp(vAt.x, 0.0, vLength), vAt.y));
  float cover;
  if (uOutlines) cover = clamp(1.1 - abs(d - max(vRadius, 0.0)), 0.0, 1.0);
  else if (vRadius < 0.0) cover = clamp(0.5 - d, 0.0, 1.0);
  // Thinner than a pixel: a pixel wide and fainter, but never lost.
  else cover = clamp(max(vRadius, 0.5) - d + 0.5, 0.0, 1.0) * clamp(2.0 * vRadius, 0.25, 1.0);
  color = vec4(cover);
}`

/** Fills: two triangles per trapezoid, a hundredth of a pixel taller so that neighbours leave no crack. */
export const FILL_VERTEX = `${PULL}
uniform sampler2D uFills;
uniform float uScale;
void main() {
  int item = gl_VertexID / 6;
  int corner = gl_VertexID - item * 6;
  int t = item * 2;
  vec4 x = texelFetch(uFills, ivec2(t & 2047, t >> 11), 0);
  vec4 y = texelFetch(uFills, ivec2((t + 1) & 2047, (t + 1) >> 11), 0);
  bool upper = corner == 2 || corner == 4 || corner == 5;
  bool right = corner == 1 || corner == 3 || corner == 4;
  float lift = 0.01 / uScale;
  vec2 local = vec2(upper ? (right ? x.w : x.z) : (right ? x.y : x.x), upper ? y.y + lift : y.x - lift);
  gl_Position = toClip(onScreen(local, int(y.z)));
}`

export const FILL_FRAGMENT = `${HEAD}
out vec4 color;
void main() { color = vec4(1.0); }`

export const MAX_LAYERS_A_PASS = 32

/** Lays two coverages over each other; the same rule as `versusPixels`. */
export const VERSUS_FRAGMENT = `${HEAD}
precision highp sampler2DArray;
uniform sampler2DArray uCoverage;
uniform vec2 uScreen;
uniform vec2 uCache;
uniform mat3 uMap;
uniform vec2 uPair; // slots of the older and the newer layer; below 0 = none
uniform vec3 uOnlyFrom;
uniform vec3 uOnlyTo;
uniform vec3 uBoth;
out vec4 color;
float coverage(vec2 at, float slot) { return slot < 0.0 ? 0.0 : texture(uCoverage, vec3(at.x, 1.0 - at.y, slot)).r; }
void main() {
  vec2 screen = vec2(gl_FragCoord.x, uScreen.y - gl_FragCoord.y);
  vec2 at = (uMap * vec3(screen, 1.0)).xy / uCache;
  color = vec4(0.0);
  if (at.x < 0.0 || at.y < 0.0 || at.x > 1.0 || at.y > 1.0) return;
  float a = coverage(at, uPair.x);
  float b = coverage(at, uPair.y);
  float least = min(a, b);
  color = vec4(uOnlyFrom * (a - least) + uOnlyTo * (b - least) + uBoth * least, max(a, b));
}`

/** Colours the cached coverages of all layers in one pass; the cached picture may be moved, scaled and turned. */
export const COMPOSITE_VERTEX = `${HEAD}
void main() {
  vec2 at = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2));
  gl_Position = vec4(at * 2.0 - 1.0, 0.0, 1.0);
}`

export const COMPOSITE_FRAGMENT = `${HEAD}
precision highp sampler2DArray;
uniform sampler2DArray uCoverage;
uniform vec2 uScreen;
uniform vec2 uCache;
uniform mat3 uMap;
uniform int uCount;
uniform vec3 uGround;
uniform bool uEmpties; // what the picture covers is emptied before
uniform vec4 uColors[${MAX_LAYERS_A_PASS}];
uniform float uSlots[${MAX_LAYERS_A_PASS}];
out vec4 color;
void main() {
  vec2 screen = vec2(gl_FragCoord.x, uScreen.y - gl_FragCoord.y);
  vec2 at = (uMap * vec3(screen, 1.0)).xy / uCache;
  color = vec4(0.0);
  if (at.x < 0.0 || at.y < 0.0 || at.x > 1.0 || at.y > 1.0) return;
  if (uEmpties) color = vec4(uGround, 1.0);
  for (int i = 0; i < ${MAX_LAYERS_A_PASS}; i++) {
    if (i >= uCount) break;
    float a = texture(uCoverage, vec3(at.x, 1.0 - at.y, uSlots[i])).r * uColors[i].a;
    color = vec4(uColors[i].rgb * a, a) + color * (1.0 - a);
  }
}`
