export * from './ages';
export * from './cumulative';
export * from './lateness';
export * from './pace';
export * from './ranks';
export * from './released';
export * from './situation';
export * from './tornado';
export * from './trail';
export * from './two-dso';
export * from './unpaid';
export * from './waterfall';
export * from './workbench';

// Everything that needs the drawing library is behind this one module, which is loaded when the first chart shows.
