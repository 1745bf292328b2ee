import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'

/** Names of built files by what they are, e.g. { style: '/assets/causeway-1A2B.css' }. */
export type AssetNames = Readonly<Record<string, string>>

/** Reads which files the build made. @throws when the application was not built */
export const readAssetNames = (publicFolder: string): AssetNames => {
  const path = join(publicFolder, 'assets.json')
  if (!existsSync(path)) throw new Error('The style and scripts are missing: run script/build.')
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Serves built files, compressed beforehand. Those under /assets carry a hash in their name and never change. */
export const builtFiles = (publicFolder: string): MiddlewareHandler =>
  serveStatic({
    root: publicFolder,
    precompressed: true,
    onFound: (path, c) => {
      c.header(
        'Cache-Control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      )
    },
  })
