/** A function that makes a vector of an integer: the smallest module that needs SIMD, as ours do. */
const needsSimd = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0], // magic number, version
  ...[1, 5, 1, 96, 0, 1, 123], // type: nothing to v128
  ...[3, 2, 1, 0], // function: of that type
  ...[10, 8, 1, 6, 0, 65, 0, 253, 15, 11], // code: i32.const 0, i8x16.splat, end
);

/**
 * Can this browser run the engine? Not without workers, nor without WebAssembly and its SIMD: such are old browsers, those
 * that a company has hardened, and Lockdown Mode on an iPhone, iPad or Mac.
 */
export function canRunEngine(): boolean {
  const { Worker: workers, WebAssembly: wasm } = globalThis as Partial<typeof globalThis>;
  return workers !== undefined && wasm !== undefined && wasm.validate(needsSimd);
}
