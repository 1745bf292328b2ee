import type { Example } from '../../example.ts'
import { Icon } from './icon.tsx'
import { type IconName, iconPaths } from './icon-paths.ts'

export const examples: readonly Example[] = [
  {
    title: 'Every icon, with its name',
    wide: true,
    render: () => (
      <ul class="grid narrow-cells">
        {(Object.keys(iconPaths) as IconName[]).map((name) => (
          <li class="flow">
            <Icon name={name} />
            {name}
          </li>
        ))}
      </ul>
    ),
  },
]
